package dev.hemstitch.examples.kit;

import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.examples.kit.beacon.BeaconDesk;
import dev.hemstitch.examples.kit.beacon.PlayedReport;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.http.AnswerBody;
import dev.hemstitch.examples.kit.http.AnswerRoom;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.http.Route;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.EmptySubtitles;
import dev.hemstitch.examples.kit.titles.Title;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A video service without a server: a request in, an answer out. What is the same for the legacy service and its replacement is all
 * here, and so their bytes are the same. Safe for use by several threads; an answer may take as long as the timeouts of the
 * configuration.
 */
public final class VideoService implements AutoCloseable {
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AnswerRoom room = new AnswerRoom();
    private final CompletableFuture<ServiceParts> coming;

    /**
     * A service. Nothing is connected yet: it starts without its catalog, its origin and its session store. What it is made of is
     * loaded in the background; the first requests wait for that, while the server that they come through already listens.
     *
     * @param configuration how it is set up
     */
    public VideoService(ServiceConfiguration configuration) {
        this.coming = CompletableFuture.supplyAsync(() -> ServiceParts.of(configuration, room));
    }

    /**
     * Answers a request. Nothing is thrown: what cannot be answered is refused with a status and a reason.
     *
     * @param request the request
     * @return the answer
     */
    public ServiceAnswer answer(ServiceRequest request) {
        RequestLog.Entry entry = parts().log().start();
        try {
            Route route = Route.of(request);
            entry.route(route);
            return entry.end(
                    !route.kind().methods().contains(request.method())
                            ? notAllowed(route)
                            : request.method().equals("OPTIONS") ? preflight(route) : answer(route, request));
        } catch (RefusedException e) {
            return entry.end(ServiceAnswer.error(e.status(), e.reason()));
        } catch (RuntimeException e) {
            return entry.broken(e, ServiceAnswer.error(500, "something is wrong here"));
        }
    }

    /** {@return what limits how much is sent at one time: a server enters each answer before it sends it} */
    public AnswerRoom room() {
        return room;
    }

    /** From now on this service says that it is down, so that no new viewers come; it still answers those that do. */
    public void stopping() {
        stopping.set(true);
    }

    @Override
    public void close() {
        stopping();
        parts().close();
    }

    private ServiceParts parts() {
        return coming.join();
    }

    private ServiceAnswer answer(Route route, ServiceRequest request) {
        return switch (route.kind()) {
            case HEALTH -> stopping.get() ? health(503, "down") : health(200, "up");
            case METRICS ->
                ServiceAnswer.text(
                        "text/plain; version=0.0.4; charset=utf-8",
                        parts().metrics().scrape());
            case EMPTY_SUBTITLES ->
                ServiceAnswer.text("text/vtt", EmptySubtitles.TEXT).with("Cache-Control", "public, max-age=86400");
            case MULTIVARIANT ->
                route.viewer().map(viewer -> playlist(route, viewer, request)).orElseGet(() -> greeted(route));
            case RENDITION -> playlist(route, route.requiredViewer(), request);
            case TRACKING -> ServiceAnswer.json(200, json(schedule(route, request)));
            case PLAYED -> played(route, request);
        };
    }

    private static ServiceAnswer health(int status, String word) {
        return ServiceAnswer.json(status, ("{\"status\":\"" + word + "\"}\n").getBytes(StandardCharsets.UTF_8));
    }

    private ServiceAnswer greeted(Route route) {
        parts().titles().find(route.title());
        return ServiceAnswer.empty(302)
                .with(
                        "Location",
                        "multivariant.m3u8?viewer=" + ViewerToken.fresh().value());
    }

    private ServiceAnswer playlist(Route route, ViewerToken viewer, ServiceRequest request) {
        Title title = parts().titles().find(route.title());
        boolean isMultivariant = route.kind() == Route.Kind.MULTIVARIANT;
        AnswerBody playlist = isMultivariant
                ? parts().playback(title).multivariant(title, viewer, request.device())
                : parts().playback(title).rendition(title, route.rendition(), viewer, request.device());
        return ServiceAnswer.playlist(playlist);
    }

    private TrackingSchedule schedule(Route route, ServiceRequest request) {
        Title title = parts().titles().find(route.title());
        return parts().playback(title).schedule(title, route.requiredViewer(), request.device());
    }

    private ServiceAnswer played(Route route, ServiceRequest request) {
        ViewerToken viewer = route.requiredViewer();
        PlayedReport report = PlayedReport.read(request.body());
        BeaconDesk desk = parts().beacons();
        desk.played(route.title(), viewer, schedule(route, request), report);
        return ServiceAnswer.empty(204);
    }

    private static byte[] json(TrackingSchedule schedule) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            schedule.writeJson(out, VastMacros.NONE); // the player fills in what only it knows
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can fail in memory", e);
        }
        return out.toByteArray();
    }

    private static ServiceAnswer notAllowed(Route route) {
        return ServiceAnswer.error(405, "this method is not allowed here").with("Allow", methods(route));
    }

    private static String methods(Route route) {
        return String.join(", ", route.kind().methods());
    }

    /** A browser asks first whether a page of another origin may send JSON here. */
    private static ServiceAnswer preflight(Route route) {
        return ServiceAnswer.empty(204)
                .with("Access-Control-Allow-Methods", methods(route))
                .with("Access-Control-Allow-Headers", "Content-Type")
                .with("Access-Control-Max-Age", "86400");
    }
}
