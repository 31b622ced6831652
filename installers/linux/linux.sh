# Packages of Linux. Sourced by package.sh.
# shellcheck shell=bash disable=SC2154

# jpackage lays the folder out. Its launcher gives way to bin/daemoneye: one program for everything, the
# same as in the distribution. README.md says why jpackage does not write the packages.
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
    for part in bash-completion zsh fish; do
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

make_deb() {
    say "deb"
    local tree=$work/deb kib
    mkdir -p "$tree/DEBIAN" "$tree/opt"
    cp -a "$system_files/." "$tree/"
    cp -al "$image" "$tree/opt/$name"
    (cd "$tree" && find . -type f ! -path './DEBIAN/*' -printf '%P\0' | LC_ALL=C sort -z |
        xargs -0 md5sum) >"$work/md5sums"
    mv "$work/md5sums" "$tree/DEBIAN/"
    kib=$(du -sk --exclude=DEBIAN "$tree" | cut -f1)
    sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$debarch/" -e "s/@KIB@/$kib/" \
        "$here/linux/deb/control" >"$tree/DEBIAN/control"
    install -m 755 "$here"/linux/deb/{postinst,prerm,postrm} "$tree/DEBIAN/"
    chmod 755 "$tree" "$tree/DEBIAN" "$tree/opt"
    chmod 644 "$tree"/DEBIAN/{control,md5sums}
    dpkg-deb --root-owner-group -Zxz "-z$level" --build "$tree" \
        "$out/${name}_${version}_$debarch.deb" >/dev/null
    rm -rf "$tree"
}

make_rpm() {
    say "rpm"
    mkdir -p "$work/rpm"
    sed -e "s#@IMAGE@#$image#" -e "s#@SYSTEM@#$system_files#" -e "s/@VERSION@/$version/" \
        -e "s/@LEVEL@/$level/" "$here/linux/rpm/$name.spec" >"$work/$name.spec"
    rpmbuild --quiet -bb --target "$rpmarch" --define "_topdir $work/rpm" --define "_rpmdir $out" \
        --define "_build_name_fmt $name-%{version}-%{release}.%{arch}.rpm" "$work/$name.spec"
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
            if has dpkg-deb; then make_deb; else say "no deb: dpkg-deb is missing"; fi
            if has rpmbuild; then make_rpm; else say "no rpm: rpmbuild is missing"; fi
            ;;
    esac
}
