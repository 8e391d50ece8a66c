package dev.hemstitch.examples.kit.beacon;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.tracking.Beacon;
import dev.hemstitch.ads.tracking.DueBeacons;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.session.SessionStore.Stored;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sends the beacons of viewers, each once in a session, whichever replica hears that it is due: first it is written into the session
 * that a beacon is taken, and who could write it sends it. Safe for use by several threads.
 */
public final class BeaconDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TRIES = 20;

    private final SessionStore sessions;
    private final BeaconSender sender;
    private final ServiceMetrics metrics;

    /**
     * A desk.
     *
     * @param sessions where it is kept which beacons were sent
     * @param sender sends them
     * @param metrics counts when the store does not answer
     */
    public BeaconDesk(SessionStore sessions, BeaconSender sender, ServiceMetrics metrics) {
        this.metrics = metrics;
        this.sessions = sessions;
        this.sender = sender;
    }

    /**
     * Sends what is due when a stretch was played.
     *
     * @param title the title's id
     * @param viewer the viewer
     * @param schedule what to call when
     * @param report what was played
     * @throws RefusedException with status 503 if the session store does not answer: then nothing was sent, and the report may be
     *     sent again
     */
    public void played(String title, ViewerToken viewer, TrackingSchedule schedule, PlayedReport report) {
        String key = "beacons/" + title + '/' + viewer.value();
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                Optional<Stored> stored = sessions.load(key);
                Set<String> sent = sent(stored);
                DueBeacons due = DueBeacons.of(schedule, sent);
                due.played(report.fromNanos(), report.toNanos());
                List<Beacon> taken = new ArrayList<>();
                due.forEachRemaining(taken::add);
                if (taken.isEmpty()) {
                    return;
                }
                if (sessions.compareAndSet(key, stored, JSON.writeValueAsString(new TreeSet<>(due.sent())))
                        .isPresent()) {
                    taken.forEach(sender::send);
                    return;
                }
            }
        } catch (IOException e) {
            metrics.failed("sessions", "unavailable", e);
            throw new RefusedException(503, "the session store does not answer; report it again");
        }
        throw new RefusedException(503, "too many reports at once; report it again");
    }

    private static Set<String> sent(Optional<Stored> stored) throws IOException {
        return stored.isPresent()
                ? JSON.readValue(stored.get().value(), new TypeReference<Set<String>>() {})
                : Set.of();
    }
}
