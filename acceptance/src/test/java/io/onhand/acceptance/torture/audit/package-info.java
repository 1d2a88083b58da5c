/** Shows that the auditor finds what it looks for. */
package io.onhand.acceptance.torture.audit;
