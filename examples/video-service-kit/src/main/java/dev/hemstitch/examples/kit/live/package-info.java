/**
 * Channels, as they happen. The origin's snapshots are fetched once for all viewers ({@code LiveSnapshots}); a viewer's state is in
 * the session store ({@code SharedStates}); the ad server is asked once for a viewer and a break, in the background ({@code
 * BreakAds}). What stitches is {@code LiveSessions} of the library.
 */
@NullMarked
package dev.hemstitch.examples.kit.live;

import org.jspecify.annotations.NullMarked;
