// The tests of both extension hosts, and those about what only Node.js's can see: the causes of connection faults,
// redirects, headers that browsers hide, deliveries, and VS Code's proxy settings.
export { run } from './index';
import './deliver.test';
import './deliverSecret.test';
import './proxy.test';
import './rows.test';
import './trust.test';
