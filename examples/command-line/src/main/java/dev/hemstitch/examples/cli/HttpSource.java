package dev.hemstitch.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** Gets resources over HTTP, within limits of time and size. */
final class HttpSource {
    private final HttpClient client;
    private final Duration timeout;
    private final int mostBytes;

    /**
     * A source.
     *
     * @param connectTimeout how long connecting may take
     * @param timeout how long the answer may take, and again its body
     * @param mostBytes what is behind so many bytes of a body is not read
     */
    HttpSource(Duration connectTimeout, Duration timeout, int mostBytes) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.timeout = timeout;
        this.mostBytes = mostBytes;
    }

    /** What a URL gave. */
    static final class Resource {
        private final String uri;
        private final Optional<String> contentType;
        private final byte[] bytes;

        private Resource(String uri, Optional<String> contentType, byte[] bytes) {
            this.uri = uri;
            this.contentType = contentType;
            this.bytes = bytes;
        }

        /** The URI behind all redirects. */
        String uri() {
            return uri;
        }

        /** What the server says that it is. */
        Optional<String> contentType() {
            return contentType;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    Resource get(String url) throws IOException {
        URI uri = uri(url);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server answers with status " + response.statusCode());
                }
                // As it was typed if there was no redirect: escaping was for the request only.
                String place = response.uri().equals(uri) ? url : response.uri().toString();
                return new Resource(
                        place, response.headers().firstValue("Content-Type"), read(decoded(response, body)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static URI uri(String url) throws IOException {
        try {
            URI uri = URI.create(LocalUris.escapeIllegal(url));
            if (uri.getHost() == null) {
                throw new IOException("the URL has no host");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new IOException("this is no URL", e);
        }
    }

    private static InputStream decoded(HttpResponse<?> response, InputStream body) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        return switch (encoding) {
            case "identity" -> body;
            case "gzip", "x-gzip" -> new GZIPInputStream(body);
            default -> throw new IOException("the server uses the unknown encoding " + encoding);
        };
    }

    /** The request's own timeout ends where the body starts, so a body that stalls is given up here. */
    private byte[] read(InputStream body) throws IOException, InterruptedException {
        CompletableFuture<byte[]> bytes = CompletableFuture.supplyAsync(() -> {
            try {
                return body.readNBytes(mostBytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            return bytes.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the body does not end in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e.getCause());
        }
    }
}
