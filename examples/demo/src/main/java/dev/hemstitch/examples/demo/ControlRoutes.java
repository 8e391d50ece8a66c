package dev.hemstitch.examples.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hemstitch.examples.demo.adserver.AdFault;
import dev.hemstitch.examples.demo.adserver.AdServer;
import dev.hemstitch.examples.demo.http.Answer;
import dev.hemstitch.examples.demo.http.Request;
import dev.hemstitch.examples.demo.http.Router;
import dev.hemstitch.examples.demo.origin.Origin;
import dev.hemstitch.examples.demo.origin.OriginFault;
import dev.hemstitch.examples.demo.process.Child;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the buttons of the page do: break things, mend them, and tell how things are. */
final class ControlRoutes {
    private static final String SERVICES = "/services/";

    private final Origin origin;
    private final AdServer adServer;
    private final Child catalog;
    private final List<Child> services;
    private final ObjectMapper json = new ObjectMapper();

    ControlRoutes(Origin origin, AdServer adServer, Child catalog, List<Child> services) {
        this.origin = origin;
        this.adServer = adServer;
        this.catalog = catalog;
        this.services = services;
    }

    void serveOn(Router router) {
        router.own("POST", "/ads/fault", request -> fault(AdFault.class, request, adServer::fault))
                .own("POST", "/origin/fault", request -> fault(OriginFault.class, request, origin::fault))
                .own("POST", SERVICES, this::service)
                .own("GET", "/state", request -> state());
    }

    private interface Setting<E> {
        void set(E value);
    }

    private <E extends Enum<E>> Answer fault(Class<E> modes, Request request, Setting<E> setting) throws IOException {
        try {
            String mode = json.readTree(request.body()).path("mode").asText();
            setting.set(Enum.valueOf(modes, mode.toUpperCase(Locale.ROOT)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Answer.problem(400, "no such mode");
        }
        return state();
    }

    private Answer service(Request request) throws IOException, InterruptedException {
        String[] words = request.path().substring(SERVICES.length()).split("/", -1);
        Optional<Child> service =
                services.stream().filter(child -> child.name().equals(words[0])).findFirst();
        if (service.isEmpty() || words.length != 2) {
            return Answer.problem(404, "no such service");
        }
        switch (words[1]) {
            case "kill" -> service.get().kill();
            case "start" -> service.get().start();
            default -> {
                return Answer.problem(404, "services can be killed and started");
            }
        }
        return state();
    }

    private Answer state() {
        ObjectNode state = json.createObjectNode();
        state.set("catalog", describe(catalog));
        ObjectNode all = state.putObject("services");
        services.forEach(child -> all.set(child.name(), describe(child)));
        state.putObject("faults")
                .put("ads", adServer.fault().name().toLowerCase(Locale.ROOT))
                .put("origin", origin.fault().name().toLowerCase(Locale.ROOT));
        return Answer.json(state.toString());
    }

    private ObjectNode describe(Child child) {
        Optional<Long> pid = child.pid();
        ObjectNode node = json.createObjectNode().put("url", child.url()).put("running", pid.isPresent());
        pid.ifPresent(id -> node.put("pid", id));
        return node;
    }
}
