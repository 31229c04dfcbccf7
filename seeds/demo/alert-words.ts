/** What is told of places where help is needed, and of what happens there. Invented; the telephone numbers are nobody's. */
import type { Locale } from '../../src/base/locale';

interface AlertWords {
  readonly places: readonly string[];
  readonly known: readonly string[];
}

/** `{district}` is the name of the district. */
export const alertWords: Readonly<Record<Locale, AlertWords>> = {
  en: {
    places: [
      'Behind the bus rank in {district}, by the blue container.',
      'Room 4 of the guest house on the main road, {district}.',
      'At the filling station where the trucks stop, {district}.',
      'In front of the police station, {district}.',
    ],
    known: [
      'A client will not let her go. She whispers; do not call back, send a message.',
      'Two of them were beaten; one bleeds from the head. Neighbours are there.',
      'She is held at the station since the raid and is told to pay.',
      'She was thrown out of a car and has no telephone of her own; a friend calls.',
    ],
  },
  pt: {
    places: [
      'Atrás da terminal de autocarros em {district}, junto ao contentor azul.',
      'Quarto 4 da pensão na estrada principal, {district}.',
      'Na bomba de combustível onde param os camiões, {district}.',
      'Em frente à esquadra, {district}.',
    ],
    known: [
      'Um cliente não a deixa sair. Fala baixo; não ligar de volta, mandar mensagem.',
      'Bateram em duas; uma sangra da cabeça. Os vizinhos estão lá.',
      'Está detida na esquadra desde a rusga e exigem-lhe dinheiro.',
      'Foi posta fora de um carro e não tem telefone; liga uma amiga.',
    ],
  },
};
