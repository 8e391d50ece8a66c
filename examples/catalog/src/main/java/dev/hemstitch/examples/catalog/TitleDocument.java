package dev.hemstitch.examples.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The titles: a JSON document, in memory, and in a file if there is one. Safe for use by several threads. */
public final class TitleDocument {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final Map<String, ObjectNode> titles = new LinkedHashMap<>();

    private TitleDocument(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Reads the document.
     *
     * @param file where it is, {@code {"titles":[{"id":…}]}}, and where edits go; empty for no titles, kept in memory
     * @return the document
     * @throws IOException if the file cannot be read or is not of this form; that it does not exist yet is no mistake
     */
    public static TitleDocument load(Optional<Path> file) throws IOException {
        TitleDocument document = new TitleDocument(file);
        if (file.isPresent() && Files.exists(file.get())) {
            for (JsonNode title : JSON.readTree(file.get().toFile()).path("titles")) {
                if (!(title instanceof ObjectNode object)) {
                    throw new IOException("a title is a JSON object");
                }
                TitleForm.check(object);
                document.titles.put(object.path("id").asText(), object);
            }
        }
        return document;
    }

    synchronized ObjectNode all() {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode list = all.putArray("titles");
        titles.values().forEach(title -> list.add(title.deepCopy()));
        return all;
    }

    synchronized Optional<ObjectNode> title(String id) {
        return Optional.ofNullable(titles.get(id)).map(ObjectNode::deepCopy);
    }

    /** Puts a title in the place of the one with the same id, or behind all. */
    synchronized void put(ObjectNode title) throws IOException {
        titles.put(title.path("id").asText(), title.deepCopy());
        save();
    }

    /** Removes a title; tells whether it was there. */
    synchronized boolean remove(String id) throws IOException {
        boolean wasThere = titles.remove(id) != null;
        save();
        return wasThere;
    }

    /** Moves a title's viewers to another service; tells whether there is such a title. */
    synchronized boolean move(String id, String service) throws IOException {
        ObjectNode title = titles.get(id);
        if (title == null) {
            return false;
        }
        title.put("service", service);
        save();
        return true;
    }

    /** Whole or not at all: a process that is killed while it writes leaves the old file. */
    private void save() throws IOException {
        if (file.isPresent()) {
            Path beside = file.get().resolveSibling(file.get().getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), all());
            Files.move(beside, file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
