package dev.hemstitch.ads.vast;

import java.io.IOException;
import java.time.Duration;

/**
 * Where ad responses come from: the embedder's HTTP client. It decides which hosts may be asked (private addresses, also
 * behind redirects, are its business), and which headers and cookies are sent.
 */
@FunctionalInterface
public interface AdResponseSource {
    /**
     * Gets a response.
     *
     * @param uri the absolute URI, with macros filled in; nothing but ASCII without white space and control characters
     * @param timeout how much time there is for all of it
     * @return what it holds
     * @throws IOException if it cannot be had, or not in time; that becomes error 301
     */
    Fetched fetch(String uri, Duration timeout) throws IOException;

    /**
     * What a URI gave.
     *
     * @param bytes the response; not copied, and not to be changed afterwards
     * @param uri the URI behind all redirects: what references in the response resolve from
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Fetched(byte[] bytes, String uri) {}
}
