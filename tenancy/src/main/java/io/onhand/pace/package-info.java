/** Leaves room for everybody: waits for strangers neither for ever nor with every thread, and gives nobody all turns. */
package io.onhand.pace;
