package dev.hemstitch.examples.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where settings are written. A name that is none, such as a misspelt one, is a mistake, and is told. */
final class SettingsSource {
    private SettingsSource() {}

    static Map<String, String> file(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new SettingException(path + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new SettingException(path + " is not written in UTF-8", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingException(path + " cannot be read: " + e.getMessage(), e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
    }

    /** A file is that of one program, so it is held to what that one knows. */
    static void refuseUnknownKeys(Map<String, String> values, Set<Setting> known) {
        Collection<String> unknown = new TreeSet<>(values.keySet());
        Collection<String> keys = known.stream().map(Setting::key).collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw new SettingException("unknown settings " + unknown + "; known are " + keys);
        }
    }

    static void refuseUnknownVariables(Map<String, String> environment) {
        Collection<String> unknown = environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
        Collection<String> variables =
                Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(variables);
        if (!unknown.isEmpty()) {
            throw new SettingException("unknown in the environment " + unknown + "; known are " + variables);
        }
    }
}
