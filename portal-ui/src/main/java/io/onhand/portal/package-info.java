/** The portal. One package per job of the operator; {@code parts} holds what two of them share. */
package io.onhand.portal;
