/** The installation that is tortured, and the hands that are laid on its processes. */
package io.onhand.acceptance.torture.rig;
