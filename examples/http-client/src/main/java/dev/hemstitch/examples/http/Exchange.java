package dev.hemstitch.examples.http;

import dev.hemstitch.core.uri.UriReferences;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One fetch: a request, and those that redirects lead to, each checked like the first. */
final class Exchange {
    private final HttpSource source;
    private final Deadline deadline;
    private final Set<URI> asked = new HashSet<>();

    Exchange(HttpSource source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    HttpResource get(String uri) throws IOException {
        RequestUri target = RequestUri.of(uri);
        HttpResponse<byte[]> answer = ask(target);
        while (isRedirect(answer.statusCode())) {
            target = redirected(target, answer);
            answer = ask(target);
        }
        if (answer.statusCode() != 200) {
            throw new HttpStatusException(answer.statusCode());
        }
        // As it was given if there was no redirect: escaping was for the request only.
        String place = asked.size() == 1 ? uri : target.uri().toString();
        return new HttpResource(place, answer.headers().firstValue("Content-Type"), unpacked(answer));
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private RequestUri redirected(RequestUri from, HttpResponse<?> answer) throws IOException {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("the server redirects to nowhere"));
        // The client makes a character of each byte; servers that do not escape send UTF-8.
        String decoded = new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        RequestUri to = RequestUri.of(UriReferences.resolve(from.uri().toString(), decoded));
        if (from.isSecure() && !to.isSecure() && !source.allowsDowngrade()) {
            throw new RefusedRequestException("the server redirects from https to http");
        }
        if (asked.contains(to.uri())) {
            throw new IOException("the server redirects in a circle");
        }
        if (asked.size() > source.mostRedirects()) {
            throw new IOException("the server redirects more than " + source.mostRedirects() + " times");
        }
        return to;
    }

    private HttpResponse<byte[]> ask(RequestUri target) throws IOException {
        asked.add(target.uri());
        if (!source.ports().isEmpty() && !source.ports().contains(target.port())) {
            throw new RefusedRequestException("the port " + target.port() + " may not be asked");
        }
        source.hosts().check(target.host(), deadline);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.uri()).header("Accept-Encoding", "gzip");
        if (!target.isSecure()) {
            request.version(HttpClient.Version.HTTP_1_1); // no upgrade in clear text, which some servers take amiss
        }
        source.headers().values().forEach(request::setHeader);
        HttpResponse<byte[]> answer = deadline.await(source.client()
                .sendAsync(
                        request.build(),
                        head -> head.statusCode() == 200
                                ? BoundedBody.upTo(source.mostBytes(), head)
                                : BoundedBody.unwanted()));
        // The client looked the host up once more. If it got another address, that is the one that Java now remembers.
        source.hosts().check(target.host(), deadline);
        return answer;
    }

    /** The limit holds for what comes out, too: a few bytes can be gigabytes, packed. */
    private byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> answer.body();
            case "gzip", "x-gzip" -> unzipped(answer.body());
            default -> throw new IOException("the server uses the unknown encoding " + encoding);
        };
    }

    private byte[] unzipped(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 13)) {
            byte[] bytes = in.readNBytes(source.mostBytes());
            if (in.read() >= 0) {
                throw BoundedBody.tooLong(source.mostBytes());
            }
            return bytes;
        } catch (EOFException | ZipException e) {
            throw new IOException("the packed body cannot be unpacked", e);
        }
    }
}
