package dev.hemstitch.examples.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file of the titles. What is not understood is refused, never skipped: the first edit would write the file without it. */
final class TitlesFile {
    private static final String TITLES = "titles";
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path path;

    TitlesFile(Path path) {
        this.path = path;
    }

    /**
     * {@return the titles by their ids, in their order; none if there is no file yet}
     *
     * @throws IOException if the file cannot be read, or is not understood; the message names the file and what is wrong
     */
    Map<String, ObjectNode> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return new LinkedHashMap<>();
        } catch (IOException e) {
            throw new IOException(path + " cannot be read: " + e.getMessage(), e);
        }
        try {
            return titles(STRICT.readTree(bytes));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IOException(path + " is no JSON document: line " + line + ": " + e.getOriginalMessage(), e);
        } catch (InvalidTitleException e) {
            throw new IOException(path + " is not understood: " + e.reason(), e);
        }
    }

    private static Map<String, ObjectNode> titles(JsonNode document) throws InvalidTitleException {
        if (!document.isObject()
                || document.size() != 1
                || !document.path(TITLES).isArray()) {
            throw new InvalidTitleException("it is an object of one list, {\"titles\":[…]}, and nothing else");
        }
        Map<String, ObjectNode> titles = new LinkedHashMap<>();
        for (JsonNode title : document.path(TITLES)) {
            String place = "title " + (titles.size() + 1);
            if (!(title instanceof ObjectNode object)) {
                throw new InvalidTitleException(place + ": a title is an object");
            }
            try {
                TitleForm.check(object);
            } catch (InvalidTitleException e) {
                throw new InvalidTitleException(place + ": " + e.reason());
            }
            String id = object.path("id").asText();
            if (titles.put(id, object) != null) {
                throw new InvalidTitleException(place + ": there are two titles with the id " + id);
            }
        }
        return titles;
    }

    /** Whole or not at all: a process that is killed while it writes leaves the old file. */
    void write(JsonNode document) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        Files.write(beside, STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
        Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
