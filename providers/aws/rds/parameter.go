package rds

import (
	"cmp"
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A ParameterGroup is a parameter group that an instance or a cluster uses;
// groups that nothing uses are not listed.
type ParameterGroup struct {
	inventory.Resource
	Parameters inventory.Known[map[string]string] `fetch:"-"` // see the names below
}

// The parameters that are read, by name. One that the group's family does not
// have is not in the map. One that the group leaves to the engine is there
// with an empty value: "engine-default" parameters come without one.
const (
	ForceSSL               = "rds.force_ssl"
	RequireSecureTransport = "require_secure_transport"
	ServerAuditLogging     = "server_audit_logging"
	ServerAuditEvents      = "server_audit_events"
	ServerAuditLogsUpload  = "server_audit_logs_upload"
	DocumentDBTLS          = "tls"
	DocumentDBAuditLogs    = "audit_logs"
	NeptuneAuditLog        = "neptune_enable_audit_log"
)

func named(names ...string) []types.Filter {
	return []types.Filter{{Name: new("parameter-name"), Values: names}}
}

// keep takes over the parameters of names: a service that overlooks the filter
// answers with the whole group, which may hold what is nobody's business.
func keep(all map[string]string, parameters []types.Parameter, names []string) {
	for _, p := range parameters {
		for _, n := range names {
			if aws.Deref(p.ParameterName) == n {
				all[n] = aws.Deref(p.ParameterValue)
			}
		}
	}
}

// DBParameterGroups lists the groups that instances use, without a call of its own.
var DBParameterGroups = &inventory.Type[ParameterGroup]{
	Kind:  "aws.rds.DBParameterGroup",
	Level: inventory.AtRegion,
	Model: inventory.PaaS,
	Uses:  []inventory.Source{instances},
	Tags:  aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*ParameterGroup, error] {
		all, err := instances.Get(ctx, s)
		var names []*string
		for _, d := range all {
			for _, g := range d.DBParameterGroups {
				names = append(names, g.DBParameterGroupName)
			}
			// Members of clusters may show none: DocumentDB's have none at all.
			if len(d.DBParameterGroups) == 0 && d.DBClusterIdentifier == nil && !Custom(aws.Deref(d.Engine)) {
				names = append(names, nil)
			}
		}
		return groups(s, "pg", names, err)
	},
}

// DBClusterParameterGroups lists the groups that clusters use, without a call
// of its own.
var DBClusterParameterGroups = &inventory.Type[ParameterGroup]{
	Kind:  "aws.rds.DBClusterParameterGroup",
	Level: inventory.AtRegion,
	Model: inventory.PaaS,
	Uses:  []inventory.Source{clusters},
	Tags:  aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*ParameterGroup, error] {
		all, err := clusters.Get(ctx, s)
		var names []*string
		for _, c := range all {
			names = append(names, c.DBClusterParameterGroup)
		}
		return groups(s, "cluster-pg", names, err)
	},
}

// groups lists the groups of names, of which err hides some. Whatever uses a
// group names it, and every instance that stands alone uses one, but for those
// of RDS Custom ("if you do not specify a value, then the default DB parameter
// group … is used", CreateDBInstance; the API reference of DocumentDB has no such
// member of an instance).
func groups(s inventory.Scope, kind string, names []*string, err error) iter.Seq2[*ParameterGroup, error] {
	var rows []*ParameterGroup
	seen := map[string]bool{}
	for _, n := range names {
		if n == nil {
			err = cmp.Or(err, aws.ErrBroken)
		} else if !seen[*n] {
			seen[*n] = true
			rows = append(rows, &ParameterGroup{Resource: aws.Resource(s, aws.MakeARN(s, "rds", "%s:%s", kind, *n), *n)})
		}
	}
	return aws.One(rows, err)
}

// DBParameters fetches ParameterGroup.Parameters of instances' groups.
var DBParameters = &inventory.Field[ParameterGroup, map[string]string]{
	Of: DBParameterGroups, Column: "parameters", Actions: []string{"rds:DescribeDBParameters"},
	At: func(g *ParameterGroup) *inventory.Known[map[string]string] { return &g.Parameters },
	Fetch: func(ctx context.Context, s inventory.Scope, g *ParameterGroup) (map[string]string, error) {
		names := []string{ForceSSL, RequireSecureTransport}
		all := map[string]string{}
		in := &rds.DescribeDBParametersInput{DBParameterGroupName: &g.ID, Filters: named(names...), MaxRecords: new(int32(most))}
		for out, err := range aws.Pages(ctx, client(s).DescribeDBParameters, in,
			func(out *rds.DescribeDBParametersOutput) *string { return out.Marker },
			func(in *rds.DescribeDBParametersInput, token *string) { in.Marker = token }) {
			if err != nil {
				return nil, gone(err, "DBParameterGroupNotFound")
			}
			keep(all, out.Parameters, names)
		}
		return all, nil
	},
}

// DBClusterParameters fetches ParameterGroup.Parameters of clusters' groups.
var DBClusterParameters = &inventory.Field[ParameterGroup, map[string]string]{
	Of: DBClusterParameterGroups, Column: "parameters", Actions: []string{"rds:DescribeDBClusterParameters"},
	At: func(g *ParameterGroup) *inventory.Known[map[string]string] { return &g.Parameters },
	Fetch: func(ctx context.Context, s inventory.Scope, g *ParameterGroup) (map[string]string, error) {
		names := []string{ForceSSL, RequireSecureTransport, ServerAuditLogging, ServerAuditEvents, ServerAuditLogsUpload, DocumentDBTLS, DocumentDBAuditLogs, NeptuneAuditLog}
		all := map[string]string{}
		in := &rds.DescribeDBClusterParametersInput{DBClusterParameterGroupName: &g.ID, Filters: named(names...), MaxRecords: new(int32(most))}
		for out, err := range aws.Pages(ctx, client(s).DescribeDBClusterParameters, in,
			func(out *rds.DescribeDBClusterParametersOutput) *string { return out.Marker },
			func(in *rds.DescribeDBClusterParametersInput, token *string) { in.Marker = token }) {
			if err != nil {
				return nil, gone(err, "DBParameterGroupNotFound", "DBClusterParameterGroupNotFound")
			}
			keep(all, out.Parameters, names)
		}
		return all, nil
	},
}
