import parts from "../../empathy_widgets/views/face_parts.json";
import { drawFacesWith } from "../src/empathy_map/Face";

// jsdom lays nothing out, so there is no size to observe.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// In the browser the kernel sends the shapes of the faces.
drawFacesWith(parts);
