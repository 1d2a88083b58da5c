/** The OpenAPI document: made at build time from the resources, completed with what every operation has in common. */
package io.onhand.api.openapi;
