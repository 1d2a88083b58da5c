/** Waits for what strangers send, but neither for ever nor with every thread. */
package io.onhand.pace;
