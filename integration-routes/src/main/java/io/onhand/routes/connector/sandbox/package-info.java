/**
 * The connector for the sandbox marketplace, which it knows from its public wire protocol only. The model for new
 * connectors.
 */
package io.onhand.routes.connector.sandbox;
