SELECT coalesce(json_agg(json_build_object(
         'cursor', c.opened_at::text || ' ' || c.id,
         'node', json_build_object('id', c.id, 'displayId', c.display_id, 'status', c.status,
                   'openedAt', c.opened_at))), '[]')::text AS body
FROM (SELECT id, display_id, status, opened_at FROM za."case"
      WHERE (opened_at, id) < ($1, $2) ORDER BY opened_at DESC, id DESC LIMIT 50) c
