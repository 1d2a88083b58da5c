/** Who is at the screen: signing in through Keycloak, the person, the tenant they work for, and signing out. */
package io.onhand.portal.login;
