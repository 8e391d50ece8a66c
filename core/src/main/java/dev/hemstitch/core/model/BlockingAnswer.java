package dev.hemstitch.core.model;

/** How a server answers a request for a Media Playlist with delivery directives (RFC 8216bis, 6.2.5.2). */
public enum BlockingAnswer {
    /** At once, with the playlist as it is. */
    DELIVER,
    /** When the playlist has what is asked for; with Service Unavailable after three target durations. */
    WAIT,
    /** At once, with Bad Request, such as HTTP 400: what is asked for is too far ahead. */
    BAD_REQUEST
}
