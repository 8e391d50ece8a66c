package dev.hemstitch.examples.kit.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks for. Everything of the path is checked here, before anything else sees it: nothing that is percent-encoded
 * is ever decoded, since no title and no rendition has anything to encode.
 *
 * @param kind what is asked for
 * @param title the title's id; empty for what belongs to the service
 * @param rendition the rendition's name; empty unless {@link Kind#RENDITION}
 * @param viewer the viewer; empty if the request names none
 */
public record Route(Kind kind, String title, String rendition, Optional<ViewerToken> viewer) {
    private static final int MOST_PATH = 256;
    private static final int MOST_QUERY = 2_000;
    private static final int MOST_TITLE = 64;
    private static final int MOST_NAME = 128;
    private static final String TITLES = "/v/";
    private static final Set<String> EXTENSIONS = Set.of(".m3u8", ".json", ".vtt", "");
    private static final String VIEWER = "viewer=";

    /** What can be asked for. */
    public enum Kind {
        /** Whether the service is up. */
        HEALTH,
        /** What it counts. */
        METRICS,
        /** The Multivariant Playlist of a title. */
        MULTIVARIANT,
        /** A Media Playlist of a title. */
        RENDITION,
        /** Subtitles without a cue, for ads that have none. */
        EMPTY_SUBTITLES,
        /** What to call when. */
        TRACKING,
        /** The player says what it played. */
        PLAYED;

        /** {@return the methods that may be used, in the order of their names} */
        public List<String> methods() {
            return this == PLAYED ? List.of("OPTIONS", "POST") : List.of("GET", "HEAD", "OPTIONS");
        }
    }

    /**
     * Finds out what a request asks for.
     *
     * @param request the request
     * @return the route
     * @throws RefusedException with status 400, 404 or 414 if there is none
     */
    public static Route of(ServiceRequest request) {
        String query = request.query().orElse("");
        if (request.path().length() > MOST_PATH || query.length() > MOST_QUERY) {
            throw new RefusedException(414, "the URL is too long");
        }
        return ofPath(request.path(), viewer(query));
    }

    /**
     * The viewer, where there must be one.
     *
     * @return the viewer
     * @throws RefusedException with status 400 if the request names none
     */
    public ViewerToken requiredViewer() {
        return viewer.orElseThrow(() -> new RefusedException(400, "the viewer is missing"));
    }

    private static Route ofPath(String path, Optional<ViewerToken> viewer) {
        if (path.equals("/health")) {
            return new Route(Kind.HEALTH, "", "", viewer);
        }
        if (path.equals("/metrics")) {
            return new Route(Kind.METRICS, "", "", viewer);
        }
        int slash = path.indexOf('/', TITLES.length());
        int dot = path.indexOf('.', slash + 1);
        int end = dot < 0 ? path.length() : dot;
        boolean isOfTitle = path.startsWith(TITLES)
                && PlainText.is(path, TITLES.length(), slash, MOST_TITLE)
                && PlainText.is(path, slash + 1, end, MOST_NAME)
                && EXTENSIONS.contains(path.substring(end));
        if (!isOfTitle) {
            boolean odd = path.chars().anyMatch(c -> c == '%' || c == ';' || c == '\\') || path.contains("..");
            throw odd
                    ? new RefusedException(400, "the path holds what no title and no rendition has")
                    : new RefusedException(404, "there is nothing here");
        }
        String name = path.substring(slash + 1, end);
        Kind kind = kind(path.substring(slash + 1), path.substring(end));
        return new Route(kind, path.substring(TITLES.length(), slash), kind == Kind.RENDITION ? name : "", viewer);
    }

    private static Kind kind(String file, String extension) {
        return switch (file) {
            case "multivariant.m3u8" -> Kind.MULTIVARIANT;
            case "tracking.json" -> Kind.TRACKING;
            case "played" -> Kind.PLAYED;
            case "no-subtitles.vtt" -> Kind.EMPTY_SUBTITLES;
            default -> {
                if (!extension.equals(".m3u8")) {
                    throw new RefusedException(404, "there is nothing here");
                }
                yield Kind.RENDITION;
            }
        };
    }

    /** Other parameters are for others: players and CDNs add their own. */
    private static Optional<ViewerToken> viewer(String query) {
        Optional<ViewerToken> viewer = Optional.empty();
        int start = 0;
        while (start < query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (query.startsWith(VIEWER, start)) {
                if (viewer.isPresent()) {
                    throw new RefusedException(400, "the viewer is given more than once");
                }
                viewer = Optional.of(new ViewerToken(query.substring(Math.min(end, start + VIEWER.length()), end)));
            }
            start = end + 1;
        }
        return viewer;
    }
}
