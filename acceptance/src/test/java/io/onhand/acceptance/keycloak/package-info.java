/** Keycloak's own admin console as a tenant's admin meets it: the own people, and nobody else. */
package io.onhand.acceptance.keycloak;
