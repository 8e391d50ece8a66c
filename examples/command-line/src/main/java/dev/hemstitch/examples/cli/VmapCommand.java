package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.vast.AdResponseLimits;
import dev.hemstitch.ads.vast.VastProblem;
import dev.hemstitch.ads.vast.VastResponse;
import dev.hemstitch.ads.vmap.VmapAdBreak;
import dev.hemstitch.ads.vmap.VmapAdSource;
import dev.hemstitch.ads.vmap.VmapException;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.ads.vmap.VmapProblem;
import dev.hemstitch.ads.vmap.VmapResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vmap}: the breaks of an ad response as JSON. */
@Command(
        name = "vmap",
        description = {
            "Prints the breaks of a VMAP response as JSON.",
            "Responses that stand in it are shown as by vast; those that it only names are not asked for."
        })
final class VmapCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Parameters(paramLabel = "FILE", description = "The VMAP response.")
    private String file = "";

    @Option(
            names = "--follow",
            description = "Follow wrappers over the network too, not only those that name local files.")
    private boolean follow;

    private String name = "";

    VmapCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in()).limitedTo(AdResponseLimits.DEFAULT.maxBytes());
    }

    @Override
    public Integer call() throws Exception {
        Input input = reader.read(file);
        name = input.name();
        VmapResponse response;
        try {
            response = VmapParser.create().parse(input.bytes());
        } catch (VmapException e) {
            throw new InputException(input.name() + ":" + e.getMessage());
        }
        for (VmapProblem problem : response.problems()) {
            streams.err().println(input.name() + ":" + problem);
        }
        FollowedWrappers wrappers = new FollowedWrappers(reader, streams.err(), input, follow);
        try (JsonWriter json = new JsonWriter(streams.out())) {
            json.object(response, (value, members) -> {
                members.text("version", value.version());
                members.array("adBreaks", value.adBreaks(), (adBreak, each) -> adBreak(adBreak, wrappers, each));
            });
        }
        streams.err().flush();
        return Hemstitch.SUCCESS;
    }

    private void adBreak(VmapAdBreak adBreak, FollowedWrappers wrappers, JsonWriter json) throws IOException {
        json.text("timeOffset", adBreak.timeOffset());
        json.text("breakType", adBreak.breakType());
        json.text("breakId", adBreak.breakId());
        json.text("repeatAfter", adBreak.repeatAfter());
        JsonWriter.Members<VmapAdSource> members = (source, inner) -> adSource(source, wrappers, inner);
        json.object("adSource", adBreak.adSource(), members);
        json.objects("trackingEvents", adBreak.trackingEvents(), VastJson::trackingEvent);
    }

    private void adSource(VmapAdSource source, FollowedWrappers wrappers, JsonWriter json) throws IOException {
        json.text("id", source.id());
        flag("allowMultipleAds", source.allowMultipleAds(), json);
        flag("followRedirects", source.followRedirects(), json);
        for (VastProblem problem : source.vast().map(VastResponse::problems).orElse(List.of())) {
            streams.err().println(name + ":" + problem);
        }
        Optional<VastResponse> vast = source.vast()
                .map(response ->
                        wrappers.follow(response, source.followRedirects().orElse(true)));
        json.object("vast", vast, VastJson::members);
        json.text("adTagUri", source.adTagUri());
        json.text("customAdData", source.customAdData());
        json.text("templateType", source.templateType());
    }

    private static void flag(String name, Optional<Boolean> value, JsonWriter json) throws IOException {
        if (value.isPresent()) {
            json.bool(name, value.get());
        }
    }
}
