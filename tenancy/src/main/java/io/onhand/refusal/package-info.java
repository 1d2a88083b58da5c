/** An expected failure with a stable code, said the same way in every language, screen and API answer. */
package io.onhand.refusal;
