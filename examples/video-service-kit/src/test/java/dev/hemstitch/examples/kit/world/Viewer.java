package dev.hemstitch.examples.kit.world;

import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A viewer of a service: asks for what a player asks for. */
public record Viewer(String service, String title, String token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public HttpResponse<byte[]> get(String file) {
        return get(service, "/v/" + title + '/' + file);
    }

    public HttpResponse<byte[]> multivariant() {
        return get("multivariant.m3u8?viewer=" + token);
    }

    /** The URIs of all renditions, in the order of the Multivariant Playlist. */
    public List<String> renditions() {
        return renditions(multivariant());
    }

    private static List<String> renditions(HttpResponse<byte[]> multivariant) {
        MultivariantPlaylist playlist =
                (MultivariantPlaylist) PlaylistParser.lenient().parse(multivariant.body());
        List<String> uris = new ArrayList<>();
        playlist.variants().forEach(variant -> uris.add(variant.uri()));
        playlist.renditions().forEach(rendition -> rendition.uri().ifPresent(uris::add));
        playlist.iFrameVariants().forEach(iFrames -> uris.add(iFrames.uri()));
        return uris.stream().distinct().toList();
    }

    /** All playlists: the Multivariant Playlist, then the renditions. */
    public List<HttpResponse<byte[]>> all() {
        HttpResponse<byte[]> multivariant = multivariant();
        return Stream.concat(
                        Stream.of(multivariant),
                        renditions(multivariant).stream().map(this::get))
                .toList();
    }

    public HttpResponse<byte[]> played(String json) {
        return send(HttpRequest.newBuilder(URI.create(service + "/v/" + title + "/played?viewer=" + token))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public static HttpResponse<byte[]> get(String service, String path) {
        return send(HttpRequest.newBuilder(URI.create(service + path)).build());
    }

    public static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
