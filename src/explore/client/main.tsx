import { render } from 'preact';
import './styles/page.css';

render(<main>hearsay</main>, document.body);
