package dev.hemstitch.examples.http;

import java.util.Optional;

/**
 * What a URI gave.
 *
 * @param uri as it was asked for; behind redirects, the last of them, with what may not stand in a URI escaped
 * @param contentType what the server says that it is; empty if it does not say
 * @param bytes the body, unpacked; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record HttpResource(String uri, Optional<String> contentType, byte[] bytes) {}
