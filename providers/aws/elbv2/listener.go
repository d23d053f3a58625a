package elbv2

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Listener is one port of a load balancer.
type Listener struct {
	inventory.Resource
	LoadBalancer string                  // the ARN
	Port         int                     // 0 for a Gateway Load Balancer
	Protocol     inventory.Known[string] // HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, QUIC, TCP_QUIC, GENEVE
	SSLPolicy    inventory.Known[string] // empty where the protocol has none
	Rules        inventory.Known[[]Rule] `fetch:"-"` // of HTTP listeners; the default rule is one of them
}

// A Rule is what a listener does with the requests that it matches.
type Rule struct {
	Default  bool
	Action   string                  // the last of its actions: forward, redirect, fixed-response
	Protocol inventory.Known[string] // of a redirect: HTTP, HTTPS, or #{protocol} for the request's own
}

const describeListeners = "Elastic Load Balancing v2 DescribeListeners"

// Listeners lists the listeners of each load balancer; one without any, which
// takes no traffic, has an empty list.
var Listeners = &inventory.Type[Listener]{
	Kind:    "aws.elbv2.Listener",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"elasticloadbalancing:DescribeListeners"},
	Tags:    aws.ResourceTags,
	Under: inventory.Under(LoadBalancers, func(ctx context.Context, s inventory.Scope, lb *LoadBalancer) iter.Seq2[*Listener, error] {
		pages := aws.Pages(ctx, client(s).DescribeListeners, &elbv2.DescribeListenersInput{LoadBalancerArn: &lb.Full, PageSize: new(int32(100))},
			func(out *elbv2.DescribeListenersOutput) *string { return out.NextMarker },
			func(in *elbv2.DescribeListenersInput, token *string) { in.Marker = token })
		rows := aws.List(pages, func(out *elbv2.DescribeListenersOutput) (rows []*Listener) {
			for _, l := range out.Listeners {
				rows = append(rows, listener(s, lb, l))
			}
			return rows
		})
		return func(yield func(*Listener, error) bool) {
			for row, err := range rows {
				if !yield(row, gone(err)) {
					return
				}
			}
		}
	}),
}

func listener(s inventory.Scope, lb *LoadBalancer, l types.Listener) *Listener {
	port := int(aws.Deref(l.Port))
	_, id, _ := strings.Cut(*l.ListenerArn, ":listener/")
	row := &Listener{
		Resource:     aws.Named(aws.Resource(s, *l.ListenerArn, cmp.Or(id, *l.ListenerArn)), fmt.Sprintf("%s:%d", lb.ID, port)),
		LoadBalancer: lb.Full, Port: port,
		Protocol:  word(l.Protocol, inventory.Unanswered[string](describeListeners, "Protocol")),
		SSLPolicy: inventory.Of(""),
	}
	// The listener of a Gateway Load Balancer has no protocol or port of its
	// own: it takes all packets, in GENEVE.
	if kind, ok := lb.Type.Peek(); ok && kind == "gateway" && l.Protocol == "" {
		row.Protocol = inventory.Of("GENEVE")
	}
	if l.Protocol == types.ProtocolEnumHttps || l.Protocol == types.ProtocolEnumTls {
		row.SSLPolicy = inventory.FromPtr(l.SslPolicy, inventory.Unanswered[string](describeListeners, "SslPolicy"))
	}
	return row
}

const describeRules = "Elastic Load Balancing v2 DescribeRules"

// ListenerRules fetches Listener.Rules. The rules of other than HTTP listeners
// decide nothing that checks ask, and are not asked for. There is no marker
// after the last page: "otherwise, this is null" (API reference, "NextMarker").
var ListenerRules = &inventory.Field[Listener, []Rule]{
	Of: Listeners, Column: "rules", Actions: []string{"elasticloadbalancing:DescribeRules"},
	At: func(l *Listener) *inventory.Known[[]Rule] { return &l.Rules },
	Fetch: func(ctx context.Context, s inventory.Scope, l *Listener) ([]Rule, error) {
		if protocol, ok := l.Protocol.Peek(); ok && protocol != "HTTP" {
			return nil, nil
		}
		var rules []Rule
		for out, err := range aws.Pages(ctx, client(s).DescribeRules, &elbv2.DescribeRulesInput{ListenerArn: &l.Full, PageSize: new(int32(100))},
			func(out *elbv2.DescribeRulesOutput) *string { return out.NextMarker },
			func(in *elbv2.DescribeRulesInput, token *string) { in.Marker = token }) {
			if err != nil {
				return nil, gone(err)
			}
			for _, r := range out.Rules {
				rules = append(rules, rule(r))
			}
		}
		if !slices.ContainsFunc(rules, func(r Rule) bool { return r.Default }) {
			return nil, aws.ErrBroken // "each listener has a default rule" (User Guide, "Listener rules"): some are not told
		}
		return rules, nil
	},
}

// rule reads the one action of a rule that ends it: "Each rule must include
// exactly one of forward, redirect, or fixed-response, and it must be the last
// action to be performed" (API reference, "Rule").
func rule(r types.Rule) Rule {
	row := Rule{Default: aws.Deref(r.IsDefault), Protocol: inventory.Of("")}
	for _, a := range r.Actions {
		switch a.Type {
		case types.ActionTypeEnumForward, types.ActionTypeEnumFixedResponse:
			row.Action = string(a.Type)
		case types.ActionTypeEnumRedirect:
			row.Action, row.Protocol = string(a.Type), inventory.Unanswered[string](describeRules, "RedirectConfig")
			if a.RedirectConfig != nil {
				row.Protocol = inventory.FromPtr(a.RedirectConfig.Protocol, row.Protocol)
			}
		}
	}
	return row
}
