/** Every request is sent twice, and the second answer is what is looked at: by then its document is known. */
import { askTwice } from './harness';

askTwice();
