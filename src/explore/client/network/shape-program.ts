/** Draws nodes as regular polygons with a darker border, one point sprite each; corners and turn come with the node. */

import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { SceneEdge, SceneNode } from './scene.ts';

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec2 a_shape;
attribute vec4 a_color;
attribute vec4 a_id;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;
varying vec4 v_color;
varying vec2 v_shape;
varying float v_feather;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = a_size / u_sizeRatio * u_pixelRatio * 2.0;
  v_feather = 2.0 / gl_PointSize;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_shape;
varying float v_feather;
const float TURN = 6.283185307179586;

void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  float far = length(p);
  if (v_shape.x > 0.5) {
    float sector = TURN / v_shape.x;
    float side = mod(atan(p.x, -p.y) - v_shape.y * TURN, sector) - sector / 2.0;
    far = far * cos(side) / cos(sector / 2.0);
  }
  #ifdef PICKING_MODE
  gl_FragColor = far > 1.0 ? vec4(0.0) : v_color;
  #else
  float inside = 1.0 - smoothstep(1.0 - v_feather * 2.0, 1.0, far);
  float border = smoothstep(0.78 - v_feather, 0.78 + v_feather, far);
  vec4 color = vec4(mix(v_color.rgb, v_color.rgb * 0.62, border), v_color.a);
  gl_FragColor = vec4(color.rgb * color.a, color.a) * inside;
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;

/** What a scene's nodes have besides what the renderer knows. */
interface Shaped extends NodeDisplayData {
  readonly corners?: number;
  readonly turn?: number;
}

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number], SceneNode, SceneEdge> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(index: number, start: number, data: Shaped): void {
    this.array.set(
      [data.x, data.y, data.size, data.corners ?? 0, data.turn ?? 0, floatColor(data.color), index],
      start,
    );
  }

  override setUniforms(
    { sizeRatio, pixelRatio, matrix }: RenderParams,
    { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>,
  ): void {
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}
