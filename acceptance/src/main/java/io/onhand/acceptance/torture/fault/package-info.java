/** What goes wrong on purpose, and when. */
package io.onhand.acceptance.torture.fault;
