/** A thousand buyers at once for five hundred units. Start reading at {@link io.onhand.acceptance.race.Race}. */
package io.onhand.acceptance.race;
