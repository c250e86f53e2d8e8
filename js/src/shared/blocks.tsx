/** Prose from the kernel, drawn as text; a map among it is drawn by who shows the blocks. */
import type { JSX } from "preact";
import type { Block } from "./protocol";

export function Blocks({ blocks }: { blocks: Block[] }): JSX.Element {
  return <div class="ew-blocks">{blocks.map((block, at) => drawn(block, at))}</div>;
}

function drawn(block: Block, key: number): JSX.Element | null {
  if ("h" in block) {
    return <h5 key={key}>{block.h}</h5>;
  }
  if ("quote" in block) {
    return <blockquote key={key}>{block.quote}</blockquote>;
  }
  if ("ul" in block) {
    return (
      <ul key={key}>
        {block.ul.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  return "p" in block ? <p key={key}>{block.p}</p> : null;
}
