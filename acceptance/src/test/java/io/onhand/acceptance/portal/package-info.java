/** The portal as people meet it: a real browser, a real Keycloak, the whole product behind it. */
package io.onhand.acceptance.portal;
