"""The main job shown on real parts: a centre, three offices offline, an evening sync over a bad link, and the proof."""
