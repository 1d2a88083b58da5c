/**
 * Where units are sold: connected channels, the policy that says how much each may offer and from where, and the listings
 * that tie a channel's own product ids to our SKUs. {@link io.onhand.channel.ChannelContact} is for whoever talks to a channel.
 */
package io.onhand.channel;
