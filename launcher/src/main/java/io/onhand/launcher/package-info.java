/**
 * Runs the whole product on one machine: PostgreSQL, Keycloak, Payara Micro with the three WARs and the sandbox
 * marketplace, each as a process of its own under {@code .onhand/}. Start reading at {@link io.onhand.launcher.Launcher}.
 */
package io.onhand.launcher;
