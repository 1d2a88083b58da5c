/** Connected shops, malls and tills, what connects them, and how much each may offer. */
package io.onhand.api.channels;
