/**
 * Which beacon when: what an ad response asks to be called, placed on the stitched timeline by how long the ads really are.
 * Nothing here calls anything: a client gets the schedule as JSON, a server asks for the beacons that are due. It imports
 * {@code stitch}, {@code model} and {@code vast}. An example:
 *
 * <pre>{@code
 * TrackingSchedule schedule = TrackingSchedule.of(result.plan(), breaks);
 * schedule.writeJson(response, macros); // for players that send beacons themselves
 *
 * DueBeacons due = DueBeacons.of(schedule, session.sent()); // for servers that do
 * due.played(from, to);
 * due.forEachRemaining(beacon -> send(beacon.urls(macros)));
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.tracking;

import org.jspecify.annotations.NullMarked;
