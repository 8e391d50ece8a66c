package dev.hemstitch.ads.tracking;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;

/**
 * The beacons of a schedule as they fall due, for a server that sends them: each is handed out once, however often and in
 * whatever order a viewer plays, seeks and retries. What was skipped is not handed out. One whose sending failed may be put
 * back with {@link #retry}.
 *
 * <p>Where sessions are stored, keep {@link #sent()} and start from it again. Safe for use by several threads.
 */
public final class DueBeacons implements Iterator<Beacon> {
    private final TrackingSchedule schedule;
    private final List<Beacon> beacons;
    private final Set<String> sent;
    private final Queue<Beacon> due = new ArrayDeque<>();

    private DueBeacons(TrackingSchedule schedule, Collection<String> sent) {
        this.schedule = schedule;
        this.beacons = schedule.beacons();
        this.sent = new HashSet<>(sent);
        this.schedule.errors().stream()
                .filter(error -> this.sent.add(error.id()))
                .forEach(due::add);
    }

    /**
     * Nothing was sent yet. What is to be called at once is due.
     *
     * @param schedule the schedule
     * @return its beacons
     */
    public static DueBeacons of(TrackingSchedule schedule) {
        return of(schedule, Set.of());
    }

    /**
     * Some were sent before.
     *
     * @param schedule the schedule
     * @param sent the ids of those that were sent; others that the schedule does not have do no harm
     * @return its beacons
     */
    public static DueBeacons of(TrackingSchedule schedule, Collection<String> sent) {
        return new DueBeacons(schedule, sent);
    }

    /**
     * Says that a stretch was played, so that what belongs to it falls due. A stretch ends where the next one starts; of one
     * that was played twice nothing falls due again.
     *
     * @param fromNanos where it starts on the stitched timeline, in nanoseconds
     * @param toNanos where it ends; nothing falls due if that is not behind the start
     */
    public synchronized void played(long fromNanos, long toNanos) {
        if (toNanos <= fromNanos) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (TrackedBreak tracked : schedule.breaks()) {
            if (overlaps(tracked.startNanos(), tracked.endNanos(), fromNanos, toNanos)) {
                tracked.beacons().forEach(beacon -> seen.add(beacon.id()));
                tracked.ads().stream()
                        .filter(ad -> overlaps(ad.startNanos(), ad.endNanos(), fromNanos, toNanos))
                        .forEach(ad -> ad.beacons().forEach(beacon -> seen.add(beacon.id())));
            }
        }
        for (Beacon beacon : beacons) {
            if (isDue(beacon, fromNanos, toNanos) && seen.contains(beacon.id()) && sent.add(beacon.id())) {
                due.add(beacon);
            }
        }
    }

    private static boolean overlaps(long start, long end, long from, long to) {
        return start < to && from < end;
    }

    private static boolean isDue(Beacon beacon, long from, long to) {
        return switch (beacon.due()) {
            case WHEN_SEEN -> true;
            case AT_START -> from <= beacon.atNanos() && beacon.atNanos() < to;
            case AFTER -> from < beacon.atNanos() && beacon.atNanos() <= to;
            case BY_VIEWER, AT_ONCE -> false;
        };
    }

    @Override
    public synchronized boolean hasNext() {
        return !due.isEmpty();
    }

    /**
     * {@return the next beacon that is due, to be sent now}
     *
     * @throws NoSuchElementException if none is
     */
    @Override
    public synchronized Beacon next() {
        return due.remove();
    }

    /**
     * Puts back a beacon that was handed out and could not be sent, behind those that are due.
     *
     * @param beacon the beacon
     * @return whether it is due again; not if it was never handed out, or is due already
     */
    public synchronized boolean retry(Beacon beacon) {
        boolean handedOut = sent.contains(beacon.id())
                && due.stream().noneMatch(waiting -> waiting.id().equals(beacon.id()));
        return handedOut && due.add(beacon);
    }

    /** {@return the ids of all beacons that were handed out; those that are due and were not are not among them} */
    public synchronized Set<String> sent() {
        Set<String> handedOut = new HashSet<>(sent);
        due.forEach(beacon -> handedOut.remove(beacon.id()));
        return Set.copyOf(handedOut);
    }
}
