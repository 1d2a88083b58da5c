/** A mall's export file as a channel: upload, preview, commit, undo. */
package io.onhand.api.imports;
