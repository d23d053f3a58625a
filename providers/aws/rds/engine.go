package rds

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An EngineVersion is a version of an engine that an instance runs; its short
// id is "engine/version". Versions of RDS Custom are the customer's own making
// and those of Neptune and DocumentDB another service's: they are not listed.
type EngineVersion struct {
	inventory.Resource
	Status             inventory.Known[string]    `fetch:"-"` // available, deprecated
	StandardSupportEnd inventory.Known[time.Time] `fetch:"-"` // of its major version; zero where AWS states none
}

// EngineVersions lists the versions in use, without a call of its own.
var EngineVersions = &inventory.Type[EngineVersion]{
	Kind:  "aws.rds.EngineVersion",
	Level: inventory.AtRegion,
	Model: inventory.PaaS,
	Uses:  []inventory.Source{instances},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*EngineVersion, error] {
		all, err := instances.Get(ctx, s)
		var rows []*EngineVersion
		seen := map[string]bool{}
		for _, d := range all {
			if d.Engine == nil || d.EngineVersion == nil {
				err = cmp.Or(err, aws.ErrBroken) // which version is in use is not said
				continue
			}
			engine, version := *d.Engine, *d.EngineVersion
			id := engine + "/" + version
			if seen[id] || Custom(engine) || engine == Neptune || engine == DocumentDB {
				continue
			}
			seen[id] = true
			// A version is nobody's resource: the ARN is made up after the
			// others, so that the row has an id of its own in each region.
			r := aws.Resource(s, aws.MakeARN(s, "rds", "engine-version:%s", id), id)
			r.Tags = inventory.Of[map[string]string](nil)
			rows = append(rows, &EngineVersion{Resource: r})
		}
		return aws.One(rows, err)
	},
}

// EngineVersionStatus fetches EngineVersion.Status.
var EngineVersionStatus = &inventory.Field[EngineVersion, string]{
	Of: EngineVersions, Column: "status", Actions: []string{"rds:DescribeDBEngineVersions"},
	At: func(v *EngineVersion) *inventory.Known[string] { return &v.Status },
	Fetch: func(ctx context.Context, s inventory.Scope, v *EngineVersion) (string, error) {
		engine, version, _ := strings.Cut(v.ID, "/")
		out, err := client(s).DescribeDBEngineVersions(ctx, &rds.DescribeDBEngineVersionsInput{
			Engine: &engine, EngineVersion: &version,
			IncludeAll: new(true), // without it deprecated versions are not answered
		})
		if err != nil {
			return "", err
		}
		for _, e := range out.DBEngineVersions {
			if aws.Deref(e.EngineVersion) == version && e.Status != nil {
				return *e.Status, nil
			}
		}
		return "", aws.ErrBroken
	},
}

// majorVersions are the major versions of RDS's engines with their dates.
var majorVersions = &inventory.Call[[]types.DBMajorEngineVersion]{
	Title:   "aws.rds.majorVersions",
	Actions: []string{"rds:DescribeDBMajorEngineVersions"},
	Do: func(ctx context.Context, s inventory.Scope) (all []types.DBMajorEngineVersion, err error) {
		for out, err := range aws.Pages(ctx, client(s).DescribeDBMajorEngineVersions, &rds.DescribeDBMajorEngineVersionsInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeDBMajorEngineVersionsOutput) *string { return out.Marker },
			func(in *rds.DescribeDBMajorEngineVersionsInput, token *string) { in.Marker = token }) {
			if err != nil {
				return all, err
			}
			all = append(all, out.DBMajorEngineVersions...)
		}
		return all, nil
	},
}

// supported are the engines for which DescribeDBMajorEngineVersions tells when
// standard support ends (API reference, "SupportedEngineLifecycle"). For others
// it tells of no lifecycle.
var supported = []string{"mariadb", "mysql", "postgres", "aurora-mysql", "aurora-postgresql"}

// EngineVersionSupport fetches EngineVersion.StandardSupportEnd. AWS states
// dates for the open-source engines only.
var EngineVersionSupport = &inventory.Field[EngineVersion, time.Time]{
	Of: EngineVersions, Column: "standardSupportEnd", Uses: []inventory.Source{majorVersions},
	At: func(v *EngineVersion) *inventory.Known[time.Time] { return &v.StandardSupportEnd },
	Fetch: func(ctx context.Context, s inventory.Scope, v *EngineVersion) (time.Time, error) {
		all, err := majorVersions.Get(ctx, s)
		if err != nil {
			return time.Time{}, err
		}
		engine, version, _ := strings.Cut(v.ID, "/")
		var best *types.DBMajorEngineVersion
		for i, m := range all {
			major := aws.Deref(m.MajorEngineVersion)
			fits := aws.Deref(m.Engine) == engine && (version == major || strings.HasPrefix(version, major+"."))
			if fits && (best == nil || len(major) > len(*best.MajorEngineVersion)) {
				best = &all[i]
			}
		}
		if best == nil {
			return time.Time{}, aws.ErrBroken
		}
		for _, l := range best.SupportedEngineLifecycles {
			if l.LifecycleSupportName == "" || l.LifecycleSupportEndDate == nil {
				return time.Time{}, aws.ErrBroken // "is required", both (API reference)
			}
			if l.LifecycleSupportName == types.LifecycleSupportNameOpenSourceRdsStandardSupport {
				return *l.LifecycleSupportEndDate, nil
			}
		}
		if slices.Contains(supported, engine) {
			return time.Time{}, aws.ErrBroken
		}
		return time.Time{}, nil
	},
}
