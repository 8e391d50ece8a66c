package dev.hemstitch.examples.demo;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.parser.PlaylistParseException;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Asks both services for every title as a viewer would: the same bytes from both, ads in them, every segment there, and a channel
 * that goes on.
 */
final class DemoCheck {
    /** Both services look at the channel at moments of their own: until they saw the same, they are asked again. */
    private static final int TRIES = 20;
    /** Ads before the channel start where a viewer came in: if both saw that at moments of their own, another viewer tries. */
    private static final int VIEWERS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningDemo demo;
    private String viewer = "";

    DemoCheck(RunningDemo demo) {
        this.demo = demo;
    }

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    boolean run(PrintStream out) throws InterruptedException {
        boolean isGood = true;
        for (Title title : Title.ALL) {
            String outcome = "";
            boolean isChecked = false;
            for (int i = 0; i < VIEWERS && !isChecked; i++) {
                viewer = "?viewer=check-" + i;
                try {
                    outcome = check(title);
                    isChecked = true;
                } catch (Failure | IOException | PlaylistParseException e) {
                    outcome = String.valueOf(e.getMessage());
                }
            }
            out.println((isChecked ? "checked              " : "FAILED               ") + title.id() + ": " + outcome);
            isGood &= isChecked;
        }
        return isGood;
    }

    private String check(Title title) throws Failure, IOException, InterruptedException, PlaylistParseException {
        String folder = "/v/" + title.id() + "/";
        String path = folder + "multivariant.m3u8" + viewer;
        MultivariantPlaylist multivariant =
                (MultivariantPlaylist) PlaylistParser.lenient().parse(same(path).getBytes(StandardCharsets.UTF_8));
        Set<String> renditions = new LinkedHashSet<>();
        multivariant.variants().forEach(variant -> renditions.add(variant.uri()));
        multivariant.renditions().forEach(rendition -> rendition.uri().ifPresent(renditions::add));
        int segments = 0;
        int ads = 0;
        for (String rendition : renditions) {
            MediaPlaylist playlist = media(UriReferences.resolve(path, rendition));
            for (MediaSegment segment : playlist.segments()) {
                exists(segment.uri());
                segments++;
                ads += segment.uri().contains("/ads/media/") ? 1 : 0;
            }
        }
        if (ads == 0) {
            throw new Failure("there are no ads in it");
        }
        if (title.isLive()) {
            goesOn(UriReferences.resolve(path, renditions.iterator().next()));
        }
        same(folder + "tracking.json" + viewer);
        return "%d playlists the same from both services, %d segments there, %d of them of ads"
                .formatted(renditions.size() + 1, segments, ads);
    }

    private MediaPlaylist media(String path) throws Failure, IOException, InterruptedException, PlaylistParseException {
        return (MediaPlaylist) PlaylistParser.lenient().parse(same(path).getBytes(StandardCharsets.UTF_8));
    }

    /** What both services answer. */
    private String same(String path) throws Failure, IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            byte[] legacy = get(demo.legacy().url() + path);
            byte[] lightweight = get(demo.lightweight().url() + path);
            if (Arrays.equals(legacy, lightweight)) {
                return new String(legacy, StandardCharsets.UTF_8);
            }
            Thread.sleep(500);
        }
        throw new Failure("the services differ in " + path);
    }

    private void goesOn(String path) throws Failure, IOException, InterruptedException, PlaylistParseException {
        long seen = next(media(path));
        for (int i = 0; i < TRIES; i++) {
            if (next(media(path)) > seen) {
                return;
            }
            Thread.sleep(500);
        }
        throw new Failure("the channel does not go on");
    }

    private static long next(MediaPlaylist playlist) {
        return playlist.mediaSequence() + playlist.segments().size();
    }

    private byte[] get(String url) throws Failure, IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(15))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new Failure(url + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private void exists(String url) throws Failure, IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new Failure(url + " answers " + status);
        }
    }
}
