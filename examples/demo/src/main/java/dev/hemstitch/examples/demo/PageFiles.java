package dev.hemstitch.examples.demo;

import dev.hemstitch.examples.demo.http.Answer;
import dev.hemstitch.examples.demo.http.MediaTypes;
import dev.hemstitch.examples.demo.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page, out of the jar. */
final class PageFiles {
    private static final String HLS_JS = "META-INF/resources/webjars/hls.js/1.4.12/dist/hls.min.js";
    private static final Map<String, String> FILES = Map.ofEntries(
            own("/", "index.html"),
            own("/demo.css", "demo.css"),
            own("/icon.svg", "icon.svg"),
            own("/demo.js", "demo.js"),
            own("/player.js", "player.js"),
            own("/played.js", "played.js"),
            own("/session.js", "session.js"),
            own("/timeline.js", "timeline.js"),
            own("/picture.js", "picture.js"),
            own("/beacons.js", "beacons.js"),
            own("/controls.js", "controls.js"),
            own("/backend.js", "backend.js"),
            Map.entry("/hls.min.js", HLS_JS));

    private PageFiles() {}

    private static Map.Entry<String, String> own(String path, String name) {
        return Map.entry(path, "dev/hemstitch/examples/demo/page/" + name);
    }

    static Answer answer(Request request) throws IOException {
        String resource = FILES.get(request.path());
        if (resource == null) {
            return Answer.problem(404, "nothing here");
        }
        try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? Answer.problem(404, "not in this jar")
                    : Answer.bytes(MediaTypes.of(resource), in.readAllBytes());
        }
    }
}
