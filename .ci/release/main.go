// Command release makes what a release consists of: for each platform an
// archive with the binary and a CycloneDX bill of materials, and SHA256SUMS
// over all of them. The same commit built by the same Go gives the same bytes:
// neither paths, nor the time, nor the order of a folder go in.
//
//	go run ./.ci/release                          all platforms, into dist
//	go run ./.ci/release -platforms linux/amd64   some of them
//	go run ./.ci/release -binary bin/demarc       packs a binary that is there
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// platforms are those that a release is made for, as GOOS/GOARCH.
const platforms = "linux/amd64,linux/arm64,darwin/amd64,darwin/arm64,windows/amd64,windows/arm64"

// texts go into each archive beside the binary.
var texts = []string{"README.md", "CHANGELOG.md"}

// A release is what is made, and of what.
type release struct {
	version, dist, goCommand string
	mtime                    time.Time
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "release: %s\n", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	f := flag.NewFlagSet("release", flag.ContinueOnError)
	chosen := f.String("platforms", platforms, "GOOS/GOARCH, with commas")
	dist := f.String("dist", "dist", "the folder that the release goes to; what is in it is removed")
	binary := f.String("binary", "", "pack this binary, for the platform it runs on, instead of building")
	goCommand := f.String("go", "go", "the go command")
	if err := f.Parse(args); err != nil {
		return err
	}
	version, err := versionIn("cmd/demarc/app.go")
	if err != nil {
		return err
	}
	mtime, err := sourceTime(os.Getenv("SOURCE_DATE_EPOCH"))
	if err != nil {
		return err
	}
	if err := emptied(*dist); err != nil {
		return err
	}
	r := release{version, *dist, *goCommand, mtime}
	names := strings.Split(*chosen, ",")
	if *binary != "" {
		names = []string{runtime.GOOS + "/" + runtime.GOARCH}
	}
	for _, name := range names {
		goos, goarch, ok := strings.Cut(name, "/")
		if !ok {
			return fmt.Errorf("platform %q: write it as GOOS/GOARCH, such as linux/amd64", name)
		}
		if err := r.platform(goos, goarch, *binary); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return writeSums(*dist)
}

// emptied makes a folder, or removes the release that is in it: SHA256SUMS
// covers all that lies there. A folder of something else is left alone.
func emptied(folder string) error {
	left, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, e := range left {
		if e.Name() != sums && !strings.HasPrefix(e.Name(), "demarc-") {
			return fmt.Errorf("%s holds %s, which is not of a release: name an empty folder with -dist", folder, e.Name())
		}
	}
	for _, e := range left {
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return os.MkdirAll(folder, 0o755)
}

// platform makes one platform's archive and bill of materials, of a binary that
// is there or of one that is built now.
func (r release) platform(goos, goarch, binary string) error {
	if binary == "" {
		folder, err := os.MkdirTemp("", "demarc-release-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		binary = filepath.Join(folder, "demarc")
		if err := r.build(goos, goarch, binary); err != nil {
			return err
		}
	}
	name := fmt.Sprintf("demarc-%s-%s-%s", r.version, goos, goarch)
	program := "demarc"
	if goos == "windows" {
		program += ".exe"
	}
	files := []file{{program, binary, 0o755}}
	for _, text := range texts {
		files = append(files, file{text, text, 0o644})
	}
	archive := name + ".tar.gz"
	if goos == "windows" {
		archive = name + ".zip"
	}
	if err := writeArchive(filepath.Join(r.dist, archive), name, files, r.mtime); err != nil {
		return err
	}
	if err := writeBill(filepath.Join(r.dist, name+".cdx.json"), binary, r.version); err != nil {
		return err
	}
	fmt.Println(filepath.Join(r.dist, archive))
	return nil
}

// build compiles demarc. What would change the bytes from one machine to
// another is set: the Go version is that of go.mod, whatever newer is installed.
func (r release) build(goos, goarch, out string) error {
	version, err := goVersion("go.mod")
	if err != nil {
		return err
	}
	c := exec.Command(r.goCommand, "build", "-tags", "grpcnotrace", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", out, "./cmd/demarc")
	c.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "GOTOOLCHAIN=go"+version,
		"CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=", "GOFIPS140=off", "GOAMD64=v1", "GOARM64=v8.0", "GOWORK=off")
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	return c.Run()
}

// sourceTime is the time that all files get: SOURCE_DATE_EPOCH where that is
// set, and the earliest that zip knows otherwise.
func sourceTime(epoch string) (time.Time, error) {
	earliest := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	if epoch == "" {
		return earliest, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH %q: it has to be seconds since 1970", epoch)
	}
	if t := time.Unix(seconds, 0).UTC(); t.After(earliest) {
		return t, nil
	}
	return earliest, nil
}
