/** Tenants: onboarding in Keycloak and in the core by the platform's operators, and whom a token works for. */
package io.onhand.api.tenants;
