package dev.hemstitch.core;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the jars of a test's class path on a module path. */
public final class ModulePaths {

    private ModulePaths() {}

    /** A layer with {@code module} and what it needs, from those entries of the class path that hold modules by name. */
    public static ModuleLayer layerOf(String module) {
        Path[] entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(ModulePaths::isNamedModule)
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(entries), ModuleFinder.of(), Set.of(module));
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    /** The packages that {@code module} exports to everybody. */
    public static Set<String> exportsOf(Module module) {
        return module.getDescriptor().exports().stream()
                .filter(e -> !e.isQualified())
                .map(e -> e.source())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages of {@code module} that everybody should see: all but the internal ones. */
    public static Set<String> roomsOf(Module module) {
        return module.getPackages().stream()
                .filter(p -> !p.contains(".internal"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNamedModule(Path entry) {
        return ModuleFinder.of(entry).findAll().stream()
                .anyMatch(m -> !m.descriptor().isAutomatic());
    }
}
