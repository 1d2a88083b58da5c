/**
 * A mall's export file as a channel: uploaded, read by a connector, looked at by a person, committed, and undone when it was
 * wrong. Every row that was read is accounted for: read = new + duplicate + changed + rejected.
 */
package io.onhand.imports;
