/** One region in the light: to fill in without the others in sight, or to show step by step. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../shared/step";
import type { AreaKey, RegionInfo } from "./areas";

export interface Stage {
  /** The region that is worked on while the rest is dimmed. */
  focus: AreaKey | null;
  /** How many regions are revealed; null when nothing is presented. */
  step: number | null;
  toggleFocus(): void;
  togglePresent(): void;
  /** True when the key was for the stage. */
  key(event: KeyboardEvent): boolean;
}

const ON = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];

export function useStage(
  root: { current: HTMLElement | null },
  regions: RegionInfo[],
  t: Translate,
  announce: (message: string) => void,
): Stage {
  const [lit, setFocus] = useState<AreaKey | null>(null);
  /** A region of another view is not here. */
  const focus = regions.some(({ key }) => key === lit) ? lit : null;
  const [step, setStep] = useState<number | null>(null);
  const after = useRef<AreaKey | null>(null);

  useLayoutEffect(() => {
    if (after.current) {
      const region = root.current?.querySelector(`[data-region="${after.current}"]`);
      after.current = null;
      region?.querySelector<HTMLElement>('[tabindex="0"], [data-add]')?.focus();
    }
  });
  useLayoutEffect(() => {
    const leave = (): void => {
      if (!document.fullscreenElement) {
        setStep(null);
      }
    };
    document.addEventListener("fullscreenchange", leave);
    return () => document.removeEventListener("fullscreenchange", leave);
  }, []);

  const light = (region: RegionInfo | undefined): void => {
    setFocus(region?.key ?? null);
    after.current = region?.key ?? focus;
    announce(region ? t("map.focus.on", { region: region.title }) : t("map.focus.off"));
  };
  const present = (next: number | null): void => {
    setStep(next);
    const region = next ? regions[next - 1] : undefined;
    // On a beamer the whole map is seldom in sight at once.
    const shown = region && root.current?.querySelector(`[data-region="${region.key}"]`);
    shown?.scrollIntoView?.({ block: "nearest" });
    announce(
      next === null
        ? t("map.present.off")
        : region
          ? t("map.present.step", { region: region.title, n: next, count: regions.length })
          : t("map.present.on"),
    );
    if (next === null && document.fullscreenElement) {
      document.exitFullscreen();
    }
  };

  return {
    focus,
    step,
    toggleFocus() {
      const here = document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset.region;
      const region = regions.find(({ key }) => key === here) ?? regions[0];
      light(focus ? undefined : region);
    },
    togglePresent() {
      if (step !== null) {
        present(null);
        return;
      }
      setFocus(null);
      present(0);
      root.current?.focus();
      // With what is said in it: a screen reader hears nothing from outside the whole screen.
      const frame = root.current?.closest(".ew-frame") ?? root.current;
      // A host may not allow the whole screen; then it is shown large where it stands.
      frame?.requestFullscreen?.().catch(() => {});
    },
    key({ key }) {
      const by = ON.includes(key) ? 1 : BACK.includes(key) ? -1 : 0;
      if (step !== null && (by || key === "Escape")) {
        present(by ? Math.min(regions.length, Math.max(0, step + by)) : null);
        return true;
      }
      if (focus && (key === "Escape" || key.startsWith("Page"))) {
        const at = regions.findIndex((region) => region.key === focus);
        light(key === "Escape" ? undefined : regions[(at + by + regions.length) % regions.length]);
        return true;
      }
      return false;
    },
  };
}
