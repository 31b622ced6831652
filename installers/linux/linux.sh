# Packages of Linux. Sourced by package.sh.
# shellcheck shell=bash disable=SC2154

# jpackage lays the folder out and writes the packages. Its launcher gives way to bin/daemoneye: one
# program for everything, the same as in the distribution.
make_image() {
    say "folder"
    mkdir -p "$work/input" "$work/image"
    cp "$dist"/lib/daemoneye-app-*.jar "$work/input/app.jar"
    "$jdk/bin/jpackage" --type app-image --name "$name" --app-version "$version" \
        --input "$work/input" --main-jar app.jar --main-class daemoneye.rpc.cli.DaemonEye \
        --runtime-image "$work/runtime" --dest "$work/image"
    image=$work/image/$name
    rm -f "$image/bin/$name" "$image/lib/libapplauncher.so" "$image/lib/$name.png" \
        "$image"/lib/app/app.jar "$image"/lib/app/*.cfg
    copy_distribution "$image"
    rm -f "$image"/bin/*.cmd
    mkdir -p "$image/share/doc"
    cp "$here/README.md" "$image/share/doc/"
    chmod -R u+w,go-w,a+rX "$image"
    find "$image" -exec touch -h -d "@$epoch" {} +
    make_cache "$image" "$image/lib/runtime"
    touch -d "@$epoch" "$image/lib/collector.aot" "$image/lib"
    # With the runtime inside, a folder of its own is all that it needs.
    "$image/bin/daemoneye" --version >/dev/null || fail "what was packed does not run"
}

# What a package has outside /opt/daemoneye: its entries in the system, all owned by the package.
make_system_files() {
    system_files=$work/system
    local usr=$system_files/usr size
    cp -R "$here/linux/root" "$system_files"
    mkdir -p "$usr/bin" "$usr/share/doc/$name"
    ln -s /opt/daemoneye/bin/daemoneye "$usr/bin/daemoneye"
    for size in 16 24 32 48 64 128 256 512; do
        install -D -m 644 "$root/resources/icons/daemoneye-$size.png" \
            "$usr/share/icons/hicolor/${size}x$size/apps/daemoneye.png"
    done
    install -D -m 644 "$root/resources/icons/daemoneye.svg" \
        "$usr/share/icons/hicolor/scalable/apps/daemoneye.svg"
    install -m 644 "$here/linux/deb/copyright" "$usr/share/doc/$name/copyright"
    if [ -d "$dist/share/man" ]; then
        cp -R "$dist/share/man" "$usr/share/"
        find "$usr/share/man" -type f ! -name '*.gz' -exec gzip -9n {} +
    fi
    for part in bash-completion zsh; do
        if [ -d "$dist/share/$part" ]; then cp -R "$dist/share/$part" "$usr/share/"; fi
    done
    chmod -R u+w,go-w,a+rX "$system_files"
    find "$system_files" -exec touch -h -d "@$epoch" {} +
}

make_tar() {
    say "tar.gz"
    tar -C "$work/image" --sort=name --owner=0 --group=0 --numeric-owner -czf \
        "$out/$name-$version-linux-$machine.tar.gz" "$name"
}

# With the templates of folder $2 instead of jpackage's own.
jpackage_as() {
    rm -rf "$work/$1"
    mkdir -p "$work/$1"
    "$jdk/bin/jpackage" --type "$1" --name "$name" --app-version "$version" --app-image "$image" \
        --linux-package-name "$name" --install-dir /opt --resource-dir "$2" --dest "$work/$1" \
        --vendor DaemonEye --description "See and steer fleets of collectors"
}

make_deb() {
    say "deb"
    DPKG_DEB_COMPRESSOR_TYPE=none jpackage_as deb "$here/linux/deb"
    # jpackage knows only its own folder; the rest of the system is added here.
    rm -rf "$work/deb.d"
    dpkg-deb -R "$work"/deb/*.deb "$work/deb.d"
    rm -f "$work/deb.d/DEBIAN/preinst"
    cp -a "$system_files/." "$work/deb.d/"
    rm -f "$work/deb.d/opt/daemoneye/share/doc/copyright"
    (
        cd "$work/deb.d"
        find . -type f ! -path './DEBIAN/*' -printf '%P\0' | LC_ALL=C sort -z | xargs -0 md5sum \
            >DEBIAN/md5sums
        kib=$(du -sk --exclude=DEBIAN . | cut -f1)
        sed -i "s/^Installed-Size:.*/Installed-Size: $kib/" DEBIAN/control
    )
    dpkg-deb --root-owner-group -Zxz -z6 --build "$work/deb.d" \
        "$out/${name}_${version}_$debarch.deb" >/dev/null
}

make_rpm() {
    say "rpm"
    mkdir -p "$work/spec"
    sed "s#@SYSTEM_FILES@#$system_files#" "$here/linux/rpm/$name.spec" >"$work/spec/$name.spec"
    jpackage_as rpm "$work/spec"
    cp "$work"/rpm/*.rpm "$out/$name-$version-1.$rpmarch.rpm"
}

make_packages() {
    make_image
    make_system_files
    say "$(du -sm "$image" | cut -f1) MiB installed, of which $(du -sm "$image/lib/runtime" | cut -f1) runtime"
    case $want in
        app-image)
            rm -rf "${out:?}/$name"
            cp -a "$image" "$out/"
            make_tar
            ;;
        deb) make_deb ;;
        rpm) make_rpm ;;
        dmg) fail "a dmg is made on macOS" ;;
        all)
            make_tar
            if has dpkg-deb && has fakeroot; then make_deb; else say "no deb: dpkg-deb or fakeroot is missing"; fi
            if has rpmbuild; then make_rpm; else say "no rpm: rpmbuild is missing"; fi
            ;;
    esac
}
