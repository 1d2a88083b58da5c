/** Everything at once while everything breaks, and an auditor that shares no code. Start reading at {@link io.onhand.acceptance.torture.Torture}. */
package io.onhand.acceptance.torture;
