package dev.hemstitch.examples.kit.ads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All that was answered when ads were asked for, once, for one viewer. Ads are always made of this, never of a connection: so
 * every replica and every refresh makes the same of it.
 *
 * @param askedAtMillis when, in milliseconds since 1970
 * @param responses ad responses in the order in which they were asked for, wrappers behind what led to them
 * @param missingAds what could not be had then, and stays away: the URI of an ad, or that with a line break and the absolute URI of one
 *     of its Media Playlists, where the others could be had
 */
record AdAnswers(long askedAtMillis, List<Response> responses, List<String> missingAds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Between the URI of an ad and that of one of its playlists: in neither is one. */
    private static final char BEHIND_AD = '\n';

    /** More than this, unpacked, is no answer for one viewer: sessions are kept in memory. */
    private static final int MOST_BYTES = 4 << 20;

    /**
     * One ad response.
     *
     * @param asked the URI that was asked for
     * @param uri the URI that it came from, behind redirects; empty if there was no answer
     * @param body what came, as text that holds one byte a character
     */
    record Response(String asked, String uri, String body) {
        byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static AdAnswers none(long askedAtMillis) {
        return new AdAnswers(askedAtMillis, List.of(), List.of());
    }

    /** Whether nothing could be had of an ad. */
    boolean isMissing(String ad) {
        return missingAds.contains(ad);
    }

    /** The absolute URIs of the Media Playlists of an ad that could not be had. */
    Set<String> missingOf(String ad) {
        String beginning = ad + BEHIND_AD;
        return missingAds.stream()
                .filter(missing -> missing.startsWith(beginning))
                .map(missing -> missing.substring(beginning.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Packed: ad responses are XML, and shrink to a tenth. */
    String toText() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            JSON.writeValue(out, this);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can fail in memory", e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    static AdAnswers ofText(String text) throws IOException {
        byte[] packed;
        try {
            packed = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("the session holds no ad answers", e);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(in.readNBytes(2 * MOST_BYTES), AdAnswers.class);
        } catch (JsonProcessingException e) {
            throw new IOException("the session holds no ad answers", e);
        }
    }

    /** Collects answers while they come. */
    static final class Builder {
        private final List<Response> responses = new ArrayList<>();
        private final List<String> missingAds = new ArrayList<>();
        private final long askedAtMillis;
        private int bytes;

        Builder(long askedAtMillis) {
            this.askedAtMillis = askedAtMillis;
        }

        void add(String asked, String uri, byte[] body) throws IOException {
            if (body.length > MOST_BYTES - bytes) {
                throw new IOException("the ad responses of one viewer are too long");
            }
            bytes += body.length;
            responses.add(new Response(asked, uri, new String(body, StandardCharsets.ISO_8859_1)));
        }

        void addFailure(String asked) {
            responses.add(new Response(asked, "", ""));
        }

        void addMissingAd(String uri) {
            missingAds.add(uri);
        }

        void addMissing(String ad, Set<String> playlists) {
            playlists.stream().sorted().forEach(playlist -> missingAds.add(ad + BEHIND_AD + playlist));
        }

        AdAnswers build() {
            return new AdAnswers(askedAtMillis, List.copyOf(responses), List.copyOf(missingAds));
        }
    }
}
